-- Why a request has found no trainer, as the last round of offers ended; what was asked before this was kept stays unexplained.
ALTER TABLE booking ADD COLUMN no_trainer VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin;
