-- A lesson may say again what an earlier version said, such as a number that was changed and changed back: that is a version of its own.
ALTER TABLE module_version DROP KEY uk_module_version_hash;
