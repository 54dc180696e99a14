-- Between an indirect provider and an indirect reseller. Whatever rests on it being active (a joint acceptance, an order
-- on the reseller's behalf) writes its version in the same transaction and goes on only on one row.
create table partnership (
  id uuid not null primary key,
  provider_id uuid not null,
  reseller_id uuid not null,
  asked_by varchar(8) character set ascii not null comment 'the side that asked',
  asked_by_person uuid not null,
  asked_at datetime(6) not null,
  state varchar(9) character set ascii not null,
  accepted_by uuid null,
  accepted_at datetime(6) null,
  statement_version varchar(20) character set ascii null comment 'of what was accepted',
  statement_language char(2) character set ascii null,
  statement_digest binary(32) null comment 'SHA-256 of the exact text',
  ended_side varchar(8) character set ascii null comment 'the side that declined, withdrew or ended it',
  ended_by uuid null,
  ended_at datetime(6) null,
  reason varchar(500) null,
  version int not null default 0,
  still_open tinyint as (if(state in ('asked', 'active'), 1, null)) stored,
  unique key partnership_open_once (provider_id, reseller_id, still_open),
  key partnership_of_provider (provider_id, still_open, id),
  key partnership_of_reseller (reseller_id, still_open, id),
  key partnership_asked_by (asked_by_person),
  key partnership_accepted_by (accepted_by),
  key partnership_ended_by (ended_by),
  constraint partnership_provider foreign key (provider_id) references organization (id),
  constraint partnership_reseller foreign key (reseller_id) references organization (id),
  constraint partnership_asked_by foreign key (asked_by_person) references person (id),
  constraint partnership_accepted_by foreign key (accepted_by) references person (id),
  constraint partnership_ended_by foreign key (ended_by) references person (id),
  constraint partnership_state_known check (state in ('asked', 'active', 'declined', 'withdrawn', 'ended')),
  constraint partnership_asked_by_known check (asked_by in ('provider', 'reseller')),
  constraint partnership_ended_side_known check (ended_side in ('provider', 'reseller'))
);

-- A link that any organization of the other side can follow to form a partnership; one at a time per side.
create table partnership_link (
  secret_digest binary(32) not null primary key comment 'SHA-256 of the secret in the link',
  organization_id uuid not null,
  side varchar(8) character set ascii not null comment 'the side whose link it is',
  made_by uuid not null,
  made_at datetime(6) not null,
  expires_at datetime(6) not null,
  dead_at datetime(6) null,
  acceptances int not null default 0,
  still_open tinyint as (if(dead_at is null, 1, null)) stored,
  unique key partnership_link_open_once (organization_id, side, still_open),
  key partnership_link_made_by (made_by),
  constraint partnership_link_of foreign key (organization_id) references organization (id),
  constraint partnership_link_made_by foreign key (made_by) references person (id),
  constraint partnership_link_side_known check (side in ('provider', 'reseller'))
);

-- A customer whom a provider and a reseller serve together: by a joint invitation, or since the provider ordered there on
-- the reseller's behalf. It says what was; whether it counts, the relationships and the partnership say.
create table shared_customer (
  provider_id uuid not null,
  customer_id uuid not null,
  reseller_id uuid not null,
  since datetime(6) not null,
  primary key (provider_id, customer_id, reseller_id),
  key shared_customer_of_reseller (reseller_id, customer_id),
  key shared_customer_of_customer (customer_id),
  constraint shared_customer_provider foreign key (provider_id) references organization (id),
  constraint shared_customer_reseller foreign key (reseller_id) references organization (id),
  constraint shared_customer_customer foreign key (customer_id) references organization (id)
);

-- A joint invitation rests on the partnership of its parties.
alter table invitation
  add column partnership_id uuid null comment 'of a joint invitation',
  add key invitation_of_partnership (partnership_id, state, id),
  add constraint invitation_partnership foreign key (partnership_id) references partnership (id);
