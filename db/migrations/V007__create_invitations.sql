create table invitation (
  id uuid not null primary key,
  kind varchar(8) character set ascii not null,
  state varchar(8) character set ascii not null comment 'an open one past expires_at counts as expired',
  cloud varchar(13) character set ascii not null comment 'decides in which portal the customer accepts',
  company varchar(200) null,
  domain varchar(253) null,
  email varchar(254) null,
  language char(2) character set ascii not null comment 'of the draft',
  note varchar(2000) null,
  secret_digest binary(32) not null comment 'SHA-256 of the secret in the link',
  secret_sealed varbinary(200) not null comment 'sealed with the portal key, so that the draft can show the link again',
  created_by uuid not null,
  created_at datetime(6) not null,
  validity_days int not null,
  expires_at datetime(6) not null comment 'end of the last day in the inviter''s zone',
  seen_at datetime(6) null comment 'when first seen by a signed-in person',
  customer_id uuid null comment 'who answered',
  answered_by uuid null,
  answered_at datetime(6) null,
  reason varchar(500) null comment 'of a decline or a revocation',
  version int not null default 0,
  unique key invitation_secret (secret_digest),
  key invitation_of_customer (customer_id),
  key invitation_end (state, expires_at),
  constraint invitation_kind_known check (kind in ('one', 'standing')),
  constraint invitation_state_known check (state in ('open', 'accepted', 'declined', 'revoked', 'expired')),
  constraint invitation_created_by foreign key (created_by) references person (id),
  constraint invitation_answered_by foreign key (answered_by) references person (id)
);

-- Who asks. Several partners may ask in one invitation; the inviter is the one whose person made it.
create table invitation_party (
  invitation_id uuid not null,
  partner_id uuid not null,
  capacity varchar(17) character set ascii not null,
  inviter boolean not null,
  delegated_admin boolean not null comment 'whether this party asks for delegated admin privileges',
  closed_at datetime(6) null,
  primary key (invitation_id, partner_id, capacity),
  key invitation_party_open (partner_id, closed_at, invitation_id),
  constraint invitation_party_of foreign key (invitation_id) references invitation (id),
  constraint invitation_party_partner foreign key (partner_id) references organization (id)
);

create table invitation_draft (
  invitation_id uuid not null primary key,
  language char(2) character set ascii not null,
  subject varchar(200) not null,
  body text not null comment 'holds {link} where the link goes',
  saved_at datetime(6) not null,
  version int not null default 0,
  constraint invitation_draft_of foreign key (invitation_id) references invitation (id)
);

-- The timeline: a row is written when the thing happens and never changed.
create table invitation_event (
  id uuid not null primary key,
  invitation_id uuid not null,
  kind varchar(20) character set ascii not null,
  person_id uuid null,
  detail varchar(500) null,
  happened_at datetime(6) not null,
  key invitation_event_of (invitation_id, id),
  constraint invitation_event_invitation foreign key (invitation_id) references invitation (id)
);

-- Insert only. What was shown, who pressed the button, and from where.
create table acceptance_evidence (
  id uuid not null primary key,
  invitation_id uuid not null,
  customer_id uuid not null,
  person_id uuid not null,
  issuer varchar(255) character set ascii not null,
  subject varchar(255) character set ascii not null,
  tenant_id uuid not null,
  name varchar(200) not null,
  email varchar(254) null,
  roles varchar(100) character set ascii not null,
  accepted_at datetime(6) not null,
  ip varchar(45) character set ascii not null,
  user_agent varchar(500) not null,
  request_id varchar(40) character set ascii not null,
  agreement_id uuid not null,
  agreement_version varchar(20) not null,
  agreement_language char(2) character set ascii not null,
  agreement_digest binary(32) not null,
  rights text not null comment 'one line per party: partner id, capacity, delegated admin privileges asked',
  sheet_digest binary(32) not null comment 'SHA-256 of the before/after sheet that was shown',
  unique key acceptance_evidence_once (invitation_id, customer_id),
  constraint acceptance_evidence_invitation foreign key (invitation_id) references invitation (id)
);
