# MariaDB's image runs this once, on an empty data folder: creates the user that changes the schema. After each migration this user
# revokes the rights that the image gave the application's user, and grants rows only; to the audit the application can only add.
# To grant them again, empty thinkuknow.application_grant.
MYSQL_PWD=$MARIADB_ROOT_PASSWORD mariadb -uroot <<SQL
create user thinkuknow_owner@'%' identified by '$(</run/secrets/thinkuknow/THINKUKNOW_DB_OWNER_PASSWORD)' require ssl;
alter user thinkuknow@'%' require ssl;
grant all on thinkuknow.* to thinkuknow_owner@'%' with grant option;
SQL
