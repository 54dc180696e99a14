/** Endings: each lists what is concerned before it is pressed, and then calls the verbs of the packages on the left. */
package portal.endings;
