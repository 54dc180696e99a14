/**
 * How partners come to the portal (they enrol; the operator approves, declines, suspends and resumes them), and the
 * customers they bring from other portals.
 */
package portal.enrolment;
