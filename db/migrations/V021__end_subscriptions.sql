-- A subscription whose renewal was turned off ends with its term: renews_at moves here and back.
alter table subscription
  add column ends_at datetime(6) null comment 'when it ends instead of renewing; null otherwise' after renews_at,
  add key subscription_ending (ends_at);
