-- A version may have the text of an earlier one, so that a lesson can go back to it.
ALTER TABLE module_version
  DROP INDEX uk_module_version_hash,
  ADD INDEX ix_module_version_hash (module_id, content_hash);
