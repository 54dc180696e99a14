/**
 * The people of a customer's tenant and the seats they hold, as partners with delegated admin privileges manage them.
 * Changes are passed on to the directory that is configured, if there is one, through an outbox; which directory that is,
 * only the class behind {@link portal.users.Directory} knows.
 */
package portal.users;
