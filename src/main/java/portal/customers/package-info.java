/** Pages about a partner's customers: the list with its open row, and the account of one customer. */
package portal.customers;
