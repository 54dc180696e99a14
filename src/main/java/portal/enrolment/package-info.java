/** Partners enrol; the operator approves, declines, suspends and resumes them. */
package portal.enrolment;
