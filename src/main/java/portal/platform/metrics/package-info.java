/** What operators' tools watch: meters, and the port on which they are asked for. */
package portal.platform.metrics;
