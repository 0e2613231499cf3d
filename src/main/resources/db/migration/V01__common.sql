-- One row: whether this installation holds invented data only.
CREATE TABLE installation (
  id        INT         NOT NULL,
  demo      BOOLEAN     NOT NULL,
  set_up_at DATETIME(6) NOT NULL,
  PRIMARY KEY (id),
  CONSTRAINT ck_installation_one CHECK (id = 1)
);
