-- Answers kept for callers who send a request again under the same Idempotency-Key. The id is a digest of caller and key.
create table idempotency_keys (
  id text primary key,
  fingerprint text not null,
  status int,
  headers jsonb,
  -- JSON text; sealed with the caller's credential if the answer shows a secret.
  body text,
  is_sealed boolean not null default false,
  expires_at timestamptz not null
);
create index idempotency_keys_expiry on idempotency_keys (expires_at);

-- Counters of requests, for several processes on one database; the columns are those of rate-limiter-flexible. They may be
-- lost in a crash, which only forgives a minute of requests.
create unlogged table rate_limits (
  key varchar(255) primary key,
  points int not null default 0,
  expire bigint
);

create index jobs_dead on jobs (dead_at) where dead_at is not null;
