-- A customer has taken away the privileges of a partner that was designated to support it.
update delegated_admin_grant g
  join support_designation d on d.contact_id = g.partner_id and d.customer_id = g.customer_id and d.watched = 1
set g.ended_at = utc_timestamp(6) - interval 2 day
where g.ended_at is null
  and d.id = (select max(id) from (select id from support_designation where watched = 1) newest);
