-- What a partner keeps about a customer beside the relationship, and what its list can be narrowed to.

-- The name somebody else calls the customer by; found by the search as the name is.
alter table portfolio_entry
  add column alias varchar(100) null,
  add key portfolio_entry_dap_by_name (partner_id, state, dap, name_key, id),
  add key portfolio_entry_dap_by_since (partner_id, state, dap, since, id);

-- A label can be combined with a state, so that is copied too: still one index range is one page.
alter table portfolio_label
  add column state varchar(7) character set ascii not null default 'active' comment 'of the row',
  add column listed boolean as (state <> 'removed') stored,
  drop key portfolio_label_by_name,
  drop key portfolio_label_by_since,
  add key portfolio_label_by_name (partner_id, label, listed, name_key, entry_id),
  add key portfolio_label_by_since (partner_id, label, listed, since, entry_id),
  add key portfolio_label_state_by_name (partner_id, label, state, name_key, entry_id),
  add key portfolio_label_state_by_since (partner_id, label, state, since, entry_id);

update portfolio_label l join portfolio_entry e on e.id = l.entry_id set l.state = e.state;

insert into portfolio_label (partner_id, label, name_key, since, entry_id, state)
select partner_id, concat('attention:', attention), name_key, since, id, state
from portfolio_entry where attention is not null;

-- To whom a seller makes out its bills; without a row it is the customer's own name and address.
create table bill_to (
  partner_id uuid not null,
  customer_id uuid not null,
  name varchar(200) not null,
  address_line1 varchar(200) not null,
  address_line2 varchar(200) null,
  city varchar(100) not null,
  state_or_province varchar(50) null,
  postal_code varchar(20) null,
  country char(2) character set ascii not null,
  changed_by uuid not null,
  changed_at datetime(6) not null,
  version int not null default 0,
  primary key (partner_id, customer_id),
  constraint bill_to_partner foreign key (partner_id) references organization (id),
  constraint bill_to_customer foreign key (customer_id) references organization (id),
  constraint bill_to_country foreign key (country) references country (code),
  constraint bill_to_changed_by foreign key (changed_by) references person (id)
);

create table customer_note (
  id uuid not null primary key,
  partner_id uuid not null,
  customer_id uuid not null,
  body varchar(2000) not null,
  written_by uuid not null,
  written_at datetime(6) not null,
  key customer_note_newest (partner_id, customer_id, id),
  constraint customer_note_partner foreign key (partner_id) references organization (id),
  constraint customer_note_customer foreign key (customer_id) references organization (id),
  constraint customer_note_written_by foreign key (written_by) references person (id)
);

-- A search, filter and order of the Customers page under a name; the slots keep an organization at twenty.
create table saved_view (
  id uuid not null primary key,
  organization_id uuid not null,
  slot tinyint not null,
  name varchar(60) not null,
  query varchar(1000) not null comment 'as the page itself writes it',
  created_by uuid not null,
  created_at datetime(6) not null,
  unique key saved_view_slot (organization_id, slot),
  unique key saved_view_name (organization_id, name),
  constraint saved_view_slots check (slot between 1 and 20),
  constraint saved_view_of foreign key (organization_id) references organization (id),
  constraint saved_view_created_by foreign key (created_by) references person (id)
);

-- The operator's addresses of admin portals; {tenant} and {domain} stand for the customer's.
create table service_link (
  id uuid not null primary key,
  name varchar(100) not null,
  url varchar(500) not null,
  product_sku varchar(60) character set ascii null comment 'for customers who have it; null: for all',
  cloud varchar(13) character set ascii null comment 'null: in every cloud',
  position smallint not null,
  version int not null default 0,
  key service_link_order (position, name)
);

-- Requests that were opened by phone with whoever runs the service.
create table service_request (
  id uuid not null primary key,
  partner_id uuid not null,
  customer_id uuid not null,
  number varchar(40) not null comment 'as the other side calls it',
  called_on date not null,
  subject varchar(200) not null,
  noted_by uuid not null,
  noted_at datetime(6) not null,
  unique key service_request_number (partner_id, customer_id, number),
  key service_request_newest (partner_id, customer_id, id),
  constraint service_request_partner foreign key (partner_id) references organization (id),
  constraint service_request_customer foreign key (customer_id) references organization (id),
  constraint service_request_noted_by foreign key (noted_by) references person (id)
);
