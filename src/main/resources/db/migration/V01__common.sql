-- One row: whether all data of this installation is invented.
CREATE TABLE installation (
  id        INT         NOT NULL,
  demo      BOOLEAN     NOT NULL,
  set_up_at DATETIME(6) NOT NULL,
  PRIMARY KEY (id),
  CONSTRAINT ck_installation_one CHECK (id = 1)
);
