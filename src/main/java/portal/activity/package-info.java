/**
 * Who did what, when: one row per organization that may read it, written in the transaction of the deed. Names of
 * persons and customers are looked up when the log is read, so that erasing a person erases the name here too.
 */
package portal.activity;
