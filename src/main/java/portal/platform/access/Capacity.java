package portal.platform.access;

import portal.platform.database.Coded;

/** In which a partner acts towards a customer (partner types of the CSP program). */
public enum Capacity implements Coded {
    DIRECT_BILL,
    INDIRECT_PROVIDER,
    INDIRECT_RESELLER
}
