/** Pages that say how the portal treats people. */
package portal.information;
