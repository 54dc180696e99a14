-- One row of a partner's Customers page: a relationship, or an invitation that no relationship answers yet.
-- Names, domain, country and DAP are copied so that the page reads one table.
create table portfolio_entry (
  id uuid not null primary key,
  partner_id uuid not null,
  capacity varchar(17) character set ascii not null,
  customer_id uuid null,
  invitation_id uuid null comment 'the open invitation, also on the row of a customer already listed',
  name varchar(200) not null,
  name_key varbinary(255) not null comment 'sort key in the partner organization''s language',
  domain varchar(253) null,
  country char(2) character set ascii null,
  state varchar(7) character set ascii not null,
  listed boolean as (state <> 'removed') stored,
  dap varchar(7) character set ascii not null,
  attention varchar(40) character set ascii null comment 'why it needs attention',
  invited_until datetime(6) null,
  since datetime(6) not null,
  version int not null default 0,
  unique key portfolio_entry_of_invitation (invitation_id, partner_id, capacity),
  key portfolio_entry_invited_until (invited_until),
  key portfolio_entry_of_customer (partner_id, customer_id, capacity),
  key portfolio_entry_by_name (partner_id, listed, name_key, id),
  key portfolio_entry_by_since (partner_id, listed, since, id),
  key portfolio_entry_state_by_name (partner_id, state, name_key, id),
  key portfolio_entry_state_by_since (partner_id, state, since, id),
  constraint portfolio_entry_state_known check (state in ('active', 'invited', 'removed')),
  constraint portfolio_entry_dap_known check (dap in ('granted', 'none', 'asked', 'removed'))
);

-- What the list can be narrowed to, one at a time; the order columns are copied so that one index range is one page.
create table portfolio_label (
  partner_id uuid not null,
  label varchar(60) not null,
  name_key varbinary(255) not null,
  since datetime(6) not null,
  entry_id uuid not null,
  primary key (partner_id, label, entry_id),
  key portfolio_label_by_name (partner_id, label, name_key, entry_id),
  key portfolio_label_by_since (partner_id, label, since, entry_id),
  constraint portfolio_label_of foreign key (entry_id) references portfolio_entry (id) on delete cascade
);

create table portfolio_token (
  partner_id uuid not null,
  token varchar(40) character set ascii not null,
  entry_id uuid not null,
  primary key (partner_id, token, entry_id),
  key portfolio_token_of_entry (entry_id, token),
  constraint portfolio_token_of foreign key (entry_id) references portfolio_entry (id) on delete cascade
);
