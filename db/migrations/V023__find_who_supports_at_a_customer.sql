-- What a partner supports at one customer, however much others sell there.
alter table subscription add key subscription_supported (customer_id, support_contact_id, id);
