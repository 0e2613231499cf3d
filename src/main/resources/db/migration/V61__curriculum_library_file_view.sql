CREATE ALGORITHM = MERGE SQL SECURITY INVOKER VIEW module_version_file_v AS
  SELECT module_version_id, name, hash
  FROM module_version_file;
