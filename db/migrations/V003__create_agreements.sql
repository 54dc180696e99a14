-- One agreement is one version for one country; its texts are that version in each language.
create table agreement (
  id uuid not null primary key,
  version varchar(20) not null,
  country char(2) character set ascii not null comment 'ZZ: every country without a version of its own',
  effective_from datetime(6) not null,
  unique key agreement_version (country, version),
  key agreement_in_force (country, effective_from)
);

create table agreement_text (
  agreement_id uuid not null,
  language char(2) character set ascii not null,
  title varchar(200) not null,
  body mediumtext not null,
  digest binary(32) not null comment 'SHA-256 of the body in UTF-8',
  primary key (agreement_id, language),
  constraint agreement_text_of foreign key (agreement_id) references agreement (id)
);

create table agreement_acceptance (
  id uuid not null primary key,
  customer_id uuid not null,
  agreement_id uuid not null,
  language char(2) character set ascii not null,
  digest binary(32) not null,
  first_name varchar(50) not null,
  last_name varchar(50) not null,
  email varchar(254) not null,
  phone varchar(40) null,
  person_id uuid not null,
  accepted_at datetime(6) not null,
  unique key agreement_accepted_once (customer_id, agreement_id),
  constraint agreement_acceptance_by foreign key (customer_id) references organization (id),
  constraint agreement_acceptance_of foreign key (agreement_id) references agreement (id),
  constraint agreement_acceptance_person foreign key (person_id) references person (id)
);
