-- What the demo's support contacts stand on, where it is not there yet: a partnership, something sold, and addresses.
insert into partnership (id, provider_id, reseller_id, asked_by, asked_by_person, asked_at, state, accepted_at)
select '0190f3a0-0000-7000-8000-000000000100', '7e4a47c0-0000-4000-8000-000000000004',
  '7e4a47c0-0000-4000-8000-000000000002', 'provider', p.id, utc_timestamp(6) - interval 400 day, 'active',
  utc_timestamp(6) - interval 399 day
from person p
where p.tenant_id = '7e4a47c0-0000-4000-8000-000000000004'
  and not exists (select 1 from partnership a
    where a.provider_id = '7e4a47c0-0000-4000-8000-000000000004'
      and a.reseller_id = '7e4a47c0-0000-4000-8000-000000000002' and a.still_open = 1)
limit 1;

insert ignore into product (id, sku, name, kind) values
  ('0190f3a0-0000-7000-8000-000000000101', 'demo-business-standard', 'Microsoft 365 Business Standard', 'licence');

insert ignore into offer (id, product_id, code, term, billing) values
  ('0190f3a0-0000-7000-8000-000000000102', '0190f3a0-0000-7000-8000-000000000101', 'demo-business-standard-annual',
   'annual', 'monthly');

insert into subscription
  (id, customer_id, offer_id, product_id, seller_id, seller_capacity, reseller_id, origin, seats, state, began_at)
select uuid(), p.customer_id, '0190f3a0-0000-7000-8000-000000000102', '0190f3a0-0000-7000-8000-000000000101',
  p.partner_id, p.capacity, r.partner_id, 'order', 25, 'active', utc_timestamp(6) - interval 200 day
from relationship p
  join relationship r on r.customer_id = p.customer_id and r.capacity = 'indirect-reseller' and r.still_open = 1
    and r.partner_id = '7e4a47c0-0000-4000-8000-000000000002'
where p.partner_id = '7e4a47c0-0000-4000-8000-000000000004' and p.capacity = 'indirect-provider' and p.still_open = 1
  and not exists (select 1 from subscription s where s.seller_id = '7e4a47c0-0000-4000-8000-000000000004')
limit 12;

update organization set email = concat('support@', domain) where kind = 'partner' and email is null;
