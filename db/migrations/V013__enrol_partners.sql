-- What an organization says of itself is edited by its people; what rests on its state touches version, which both an
-- acceptance and a suspension write, so that one of them wins.
alter table organization
  add column support_email varchar(254) null comment 'how its customers reach its support' after mpn_id,
  add column support_phone varchar(40) null after support_email,
  add column support_website varchar(300) null after support_phone,
  add column profile_version int not null default 0 comment 'of what it says of itself; version is for what rests on its state',
  add key organization_by_name (kind, legal_name),
  add key organization_by_mpn_id (mpn_id),
  add key organization_by_domain (domain);

-- How a partner stands with the operator; the row decides every decision.
create table enrolment (
  organization_id uuid not null primary key,
  state varchar(9) character set ascii not null,
  waiting boolean generated always as (state = 'pending') stored,
  submitted_by uuid null comment 'who enrolled it; null: it was there before',
  submitted_at datetime(6) not null,
  version int not null default 0,
  key enrolment_by_time (waiting, submitted_at, organization_id),
  key enrolment_in_state (state, submitted_at, organization_id),
  constraint enrolment_of foreign key (organization_id) references organization (id),
  constraint enrolment_by foreign key (submitted_by) references person (id),
  constraint enrolment_state_known check (state in ('pending', 'active', 'declined', 'suspended'))
);

insert into enrolment (organization_id, state, submitted_at)
select id, state, created_at from organization where kind = 'partner';

-- Sent, corrected, approved, declined, suspended, resumed: rows are only ever added.
create table enrolment_event (
  id uuid not null primary key,
  organization_id uuid not null,
  kind varchar(9) character set ascii not null,
  person_id uuid not null,
  reason varchar(500) null,
  happened_at datetime(6) not null,
  key enrolment_event_of (organization_id, id),
  constraint enrolment_event_of foreign key (organization_id) references enrolment (organization_id),
  constraint enrolment_event_by foreign key (person_id) references person (id),
  constraint enrolment_event_kind_known
    check (kind in ('submitted', 'corrected', 'approved', 'declined', 'suspended', 'resumed'))
);

-- The operator's terms as they were accepted: the text stays when a release brings another one.
create table terms_text (
  digest binary(32) not null primary key comment 'SHA-256 of the body in UTF-8',
  version varchar(20) character set ascii not null,
  language char(2) character set ascii not null,
  body mediumtext not null
);

create table terms_acceptance (
  id uuid not null primary key,
  organization_id uuid not null,
  person_id uuid not null,
  digest binary(32) not null,
  accepted_at datetime(6) not null,
  ip varchar(45) character set ascii not null,
  user_agent varchar(500) not null,
  key terms_acceptance_of (organization_id, id),
  constraint terms_acceptance_of foreign key (organization_id) references organization (id),
  constraint terms_acceptance_by foreign key (person_id) references person (id),
  constraint terms_acceptance_text foreign key (digest) references terms_text (digest)
);

-- Partners whose rows shall be sorted anew, because their language has changed.
create table portfolio_resorting (
  partner_id uuid not null primary key,
  asked_at datetime(6) not null,
  key portfolio_resorting_asked (asked_at)
);
