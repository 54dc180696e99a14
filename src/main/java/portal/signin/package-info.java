/** Persons as the OpenID provider names them, their sessions, and the way in and out. */
package portal.signin;
