-- --- schools

-- Rows of other rooms that moved to a successor, so that they can be moved back. Each room adds its own.
CREATE TABLE school_succession (
  id          BIGINT      NOT NULL AUTO_INCREMENT,
  import_id   BIGINT      NOT NULL,
  kind        VARCHAR(30) NOT NULL,
  item_id     BIGINT      NOT NULL,
  from_school BIGINT      NOT NULL,
  to_school   BIGINT      NOT NULL,
  PRIMARY KEY (id),
  KEY ix_school_succession_import (import_id)
);

-- --- classes and their cards

-- A class whose school was succeeded: it stays the same class and from that day belongs to the successor.
CREATE TABLE class_move (
  id          BIGINT      NOT NULL AUTO_INCREMENT,
  class_id    BIGINT      NOT NULL,
  from_school BIGINT      NOT NULL,
  to_school   BIGINT      NOT NULL,
  moved_on    DATE        NOT NULL,
  name_was    VARCHAR(60) NOT NULL,
  begun_by    BIGINT      NULL,
  PRIMARY KEY (id),
  CONSTRAINT uk_class_move UNIQUE (class_id, from_school, to_school),
  KEY ix_class_move_from (from_school),
  KEY ix_class_move_to (to_school),
  KEY ix_class_move_begun_by (begun_by),
  CONSTRAINT fk_class_move_class_group FOREIGN KEY (class_id) REFERENCES class_group (id),
  CONSTRAINT fk_class_move_from FOREIGN KEY (from_school) REFERENCES school (id),
  CONSTRAINT fk_class_move_to FOREIGN KEY (to_school) REFERENCES school (id)
);

-- --- imports of the national registers

-- A file of a register: read and compared first, then applied as a whole or not at all.
CREATE TABLE school_import (
  id          BIGINT       NOT NULL AUTO_INCREMENT,
  public_id   VARCHAR(12)  NOT NULL COLLATE utf8mb4_bin,
  state       VARCHAR(10)  NOT NULL,
  files       VARCHAR(400) NOT NULL,
  bytes       BIGINT       NOT NULL,
  as_of       DATE         NOT NULL,
  started_by  VARCHAR(120) NOT NULL,
  started_at  DATETIME(6)  NOT NULL,
  step        VARCHAR(60)  NOT NULL DEFAULT '',
  done        INT          NOT NULL DEFAULT 0,
  total       INT          NOT NULL DEFAULT 0,
  problem     VARCHAR(600) NULL,
  absent      VARCHAR(600) NOT NULL DEFAULT '',
  follows     BIGINT       NULL,
  row_count   INT          NOT NULL DEFAULT 0,
  new_count   INT          NOT NULL DEFAULT 0,
  changed     INT          NOT NULL DEFAULT 0,
  closed      INT          NOT NULL DEFAULT 0,
  reopened    INT          NOT NULL DEFAULT 0,
  succeeded   INT          NOT NULL DEFAULT 0,
  refused     INT          NOT NULL DEFAULT 0,
  links       INT          NOT NULL DEFAULT 0,
  seconds     INT          NOT NULL DEFAULT 0,
  decided_by  VARCHAR(120) NULL,
  decided_at  DATETIME(6)  NULL,
  undone_by   VARCHAR(120) NULL,
  undone_at   DATETIME(6)  NULL,
  PRIMARY KEY (id),
  CONSTRAINT uk_school_import_public_id UNIQUE (public_id),
  CONSTRAINT ck_school_import_state CHECK (state IN ('READING', 'READY', 'REFUSED', 'APPLYING', 'APPLIED', 'DROPPED', 'UNDONE')),
  KEY ix_school_import_state (state, id)
);

-- The rows of the file that would change something, as read.
CREATE TABLE school_import_row (
  import_id    BIGINT       NOT NULL,
  place        INT          NOT NULL,
  scheme       VARCHAR(6)   NOT NULL,
  register_key VARCHAR(20)  NOT NULL,
  public_id    VARCHAR(12)  NOT NULL,
  school_id    BIGINT       NULL,
  act          VARCHAR(8)   NOT NULL DEFAULT '',
  changes      VARCHAR(300) NOT NULL DEFAULT '',
  name         VARCHAR(160) NULL,
  street       VARCHAR(160) NULL,
  town         VARCHAR(80)  NULL,
  postcode     VARCHAR(10)  NULL,
  phase        VARCHAR(20)  NULL,
  kind         VARCHAR(80)  NULL,
  status       VARCHAR(10)  NULL,
  opened_on    DATE         NULL,
  closed_on    DATE         NULL,
  lowest_age   INT          NULL,
  highest_age  INT          NULL,
  roll         INT          NULL,
  easting      INT          NULL,
  northing     INT          NULL,
  authority    VARCHAR(40)  NULL,
  la           VARCHAR(20)  NULL,
  ukprn        VARCHAR(20)  NULL,
  trust        VARCHAR(120) NULL,
  constituency VARCHAR(120) NULL,
  fsm          VARCHAR(120) NULL,
  rurality     VARCHAR(120) NULL,
  PRIMARY KEY (import_id, place),
  KEY ix_school_import_row_act (import_id, act, place),
  CONSTRAINT fk_school_import_row_import FOREIGN KEY (import_id) REFERENCES school_import (id)
) COLLATE utf8mb4_bin;

-- Authorities and regions in the file that do not exist here yet.
CREATE TABLE school_import_area (
  import_id     BIGINT      NOT NULL,
  authority_key VARCHAR(40) NOT NULL,
  name          VARCHAR(80) NOT NULL,
  region_key    VARCHAR(40) NOT NULL,
  region_name   VARCHAR(80) NOT NULL,
  nation        VARCHAR(20) NOT NULL,
  PRIMARY KEY (import_id, authority_key),
  CONSTRAINT fk_school_import_area_import FOREIGN KEY (import_id) REFERENCES school_import (id)
);

CREATE TABLE school_import_link (
  import_id   BIGINT      NOT NULL,
  predecessor VARCHAR(20) NOT NULL COLLATE utf8mb4_bin,
  successor   VARCHAR(20) NOT NULL COLLATE utf8mb4_bin,
  kind        VARCHAR(12) NOT NULL,
  linked_on   DATE        NULL,
  PRIMARY KEY (import_id, predecessor, successor),
  CONSTRAINT fk_school_import_link_import FOREIGN KEY (import_id) REFERENCES school_import (id)
);

-- Rows that could not be read, with the reason in words.
CREATE TABLE school_import_refusal (
  id         BIGINT       NOT NULL AUTO_INCREMENT,
  import_id  BIGINT       NOT NULL,
  file       VARCHAR(120) NOT NULL,
  file_row   INT          NOT NULL,
  why        VARCHAR(400) NOT NULL,
  PRIMARY KEY (id),
  KEY ix_school_import_refusal_import (import_id, id),
  CONSTRAINT fk_school_import_refusal_import FOREIGN KEY (import_id) REFERENCES school_import (id)
);

-- The schools that an import changed, as they were before: undoing the import restores them.
CREATE TABLE school_import_before (
  import_id   BIGINT       NOT NULL,
  school_id   BIGINT       NOT NULL,
  name        VARCHAR(160) NOT NULL,
  street      VARCHAR(160) NOT NULL,
  town        VARCHAR(80)  NOT NULL,
  postcode    VARCHAR(10)  NOT NULL,
  phase       VARCHAR(20)  NOT NULL,
  kind        VARCHAR(80)  NOT NULL,
  status      VARCHAR(10)  NOT NULL,
  opened_on   DATE         NULL,
  closed_on   DATE         NULL,
  lowest_age  INT          NULL,
  highest_age INT          NULL,
  roll        INT          NULL,
  easting     INT          NULL,
  northing    INT          NULL,
  PRIMARY KEY (import_id, school_id),
  CONSTRAINT fk_school_import_before_import FOREIGN KEY (import_id) REFERENCES school_import (id),
  CONSTRAINT fk_school_import_before_school FOREIGN KEY (school_id) REFERENCES school (id)
);

-- --- what other rooms may read

CREATE ALGORITHM = MERGE SQL SECURITY INVOKER VIEW school_succession_v AS
  SELECT id, kind, item_id
  FROM school_succession;
CREATE ALGORITHM = MERGE SQL SECURITY INVOKER VIEW school_import_row_v AS
  SELECT import_id, school_id, act
  FROM school_import_row;
CREATE ALGORITHM = MERGE SQL SECURITY INVOKER VIEW class_move_v AS
  SELECT id, class_id, from_school, to_school, moved_on, begun_by
  FROM class_move;
