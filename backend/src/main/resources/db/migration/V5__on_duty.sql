-- Whom a ring alerts, each read from an index alone: joined, a thousand guides cost H2 3.4 ms instead of 0.6.
create index account_regions_by_region on account_regions (region, username);
create index accounts_on_duty on accounts (presence, role, enabled, username);
