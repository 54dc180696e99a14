/** The customer agreement: its versions per country and language, and who accepted which. */
package portal.agreements;
