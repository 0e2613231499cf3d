-- The events that an instance stored, told to the others once a second; deleted after a minute.
CREATE TABLE event_news (
  instance BIGINT      NOT NULL,
  number   INT         NOT NULL,
  at       DATETIME(6) NOT NULL,
  events   MEDIUMTEXT  NOT NULL,
  PRIMARY KEY (instance, number),
  KEY ix_event_news_at (at)
);
