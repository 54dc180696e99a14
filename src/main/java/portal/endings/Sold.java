package portal.endings;

import java.util.UUID;

/** A subscription that stands in the way of an ending, or is touched by it; its nickname, else the product's name. */
public record Sold(UUID id, String name) {}
