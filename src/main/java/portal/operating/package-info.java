/** What the operator looks after: mail that did not leave, and people who ask what is kept of them. */
package portal.operating;
