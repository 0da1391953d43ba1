-- Appends facts to the chain of events, in one round trip, so that its end is held no longer than it takes to write them.
-- Each fact comes with the text that is hashed, on both sides of its position (lib/server/events.ts): SHA-256 of the hash
-- before it and of that text. Every statement in here sees what was committed before it got the lock.
CREATE FUNCTION append_events(moment timestamptz, chain int, facts json) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  place bigint;
  link bytea;
  fact record;
BEGIN
  PERFORM pg_advisory_xact_lock(chain);
  SELECT position, hash INTO place, link FROM "Event" ORDER BY position DESC LIMIT 1;
  IF place IS NULL THEN
    place := 0;
    link := decode(repeat('00', 32), 'hex');
  END IF;
  FOR fact IN SELECT * FROM json_to_recordset(facts) AS each(id uuid, reference text, sequence int, type text, actor text, data jsonb, before text, after text) LOOP
    place := place + 1;
    link := sha256(link || convert_to(fact.before || place || fact.after, 'UTF8'));
    INSERT INTO "Event" (position, id, reference, sequence, type, at, actor, data, hash)
    VALUES (place, fact.id, fact.reference, fact.sequence, fact.type, moment, fact.actor, fact.data, link);
  END LOOP;
END $$;
