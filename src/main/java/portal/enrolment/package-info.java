/** How partners come to the portal, and the customers they bring from other portals. */
package portal.enrolment;
