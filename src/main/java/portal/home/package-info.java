/** The page behind the portal’s name, for each kind of visitor. */
package portal.home;
