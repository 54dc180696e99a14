-- An invitation may have several links: the inviter's, and further ones made for colleagues of the one who followed it.
-- All die with the invitation, and with a new link of the inviter's.
create table invitation_link (
  secret_digest binary(32) not null primary key comment 'SHA-256 of the secret in the link',
  invitation_id uuid not null,
  secret_sealed varbinary(200) null comment 'sealed with the portal key, so that the draft can show the link again',
  handed_over_by uuid null comment 'who made it for a colleague; null: the inviter''s own',
  made_at datetime(6) not null,
  dead_at datetime(6) null,
  key invitation_link_of (invitation_id, made_at),
  constraint invitation_link_invitation foreign key (invitation_id) references invitation (id)
);

insert into invitation_link (secret_digest, invitation_id, secret_sealed, made_at)
select secret_digest, id, secret_sealed, created_at from invitation;

alter table invitation
  drop key invitation_secret,
  drop column secret_digest,
  drop column secret_sealed,
  add column won_through varchar(20) character set ascii null comment 'how the customer was won' after note,
  add column acceptances int not null default 0 comment 'of a standing link',
  add column sent_at datetime(6) null comment 'when last sent from here',
  add column remind boolean not null default true,
  add column reminders int not null default 0,
  add key invitation_of_person (created_by);

-- What those who hold a link say to the inviter: plain notes, never mailed to anybody else.
create table invitation_message (
  id uuid not null primary key,
  invitation_id uuid not null,
  kind varchar(20) character set ascii not null,
  note varchar(500) null,
  email varchar(254) null comment 'where the writer wants to be reached, as typed',
  verified_email varchar(254) null comment 'of the writer, as the provider vouched for it then',
  person_id uuid null comment 'the writer, when signed in',
  tenant_id uuid null comment 'the writer''s tenant, when signed in',
  ip varchar(45) character set ascii not null,
  written_at datetime(6) not null,
  settled_at datetime(6) null,
  settled_by uuid null,
  key invitation_message_of (invitation_id, id),
  key invitation_message_open (settled_at, written_at),
  constraint invitation_message_kind_known
    check (kind in ('question', 'not-administrator', 'new-link', 'release')),
  constraint invitation_message_invitation foreign key (invitation_id) references invitation (id)
);

-- Tenants the inviter lets answer although they are not of the domain that was typed.
create table invitation_release (
  invitation_id uuid not null,
  tenant_id uuid not null,
  released_by uuid not null,
  released_at datetime(6) not null,
  primary key (invitation_id, tenant_id),
  constraint invitation_release_of foreign key (invitation_id) references invitation (id)
);

-- A partner's own draft templates; a language without a row uses the portal's.
create table draft_template (
  organization_id uuid not null,
  language char(2) character set ascii not null,
  subject varchar(200) not null,
  body text not null,
  body_relationship_only text not null,
  short_body text not null,
  saved_by uuid not null,
  saved_at datetime(6) not null,
  version int not null default 0,
  primary key (organization_id, language),
  constraint draft_template_of foreign key (organization_id) references organization (id)
);

-- Evidence is a chain per inviting partner: each row holds the digest of the one before.
create table evidence_chain (
  partner_id uuid not null primary key,
  number int not null,
  digest binary(32) not null,
  constraint evidence_chain_of foreign key (partner_id) references organization (id)
);

alter table acceptance_evidence
  add column partner_id uuid null comment 'whose chain it is in',
  add column number int null comment 'in that chain: the receipt''s number',
  add column previous_digest binary(32) null,
  add column digest binary(32) null comment 'SHA-256 over the previous digest and this row',
  add unique key acceptance_evidence_number (partner_id, number);

alter table agreement
  add column required_from datetime(6) null comment 'when customers who accepted an earlier version are asked again',
  add column added_by uuid null,
  add column added_at datetime(6) null;

alter table agreement_acceptance
  add column ip varchar(45) character set ascii null,
  add column user_agent varchar(500) null,
  add column request_id varchar(40) character set ascii null;

alter table portfolio_entry
  add column acceptances int not null default 0 comment 'of a standing link';
