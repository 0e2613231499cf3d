# Run once by MariaDB's image on an empty data folder: who changes the schema. After each migration he takes from the
# application's user what the image gave it, and grants it rows alone; of the audit it can then only add to it. Where the
# grants were lost, empty thinkuknow.application_grant.
mariadb -uroot -p"$MARIADB_ROOT_PASSWORD" <<SQL
create user thinkuknow_owner@'%' identified by '$THINKUKNOW_DB_OWNER_PASSWORD';
grant all on thinkuknow.* to thinkuknow_owner@'%' with grant option;
SQL
