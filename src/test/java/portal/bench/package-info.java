/** The benchmark: {@code mvn -Pbench verify}. It asserts nothing about time; README says what it prints. */
package portal.bench;
