/** One box that finds whom somebody on the phone means, and what may be done for them; and what was found lately. */
package portal.lookup;
