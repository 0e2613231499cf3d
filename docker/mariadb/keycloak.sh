# MariaDB's image runs this once, on an empty data folder: creates the database for Keycloak.
MYSQL_PWD=$MARIADB_ROOT_PASSWORD mariadb -uroot <<SQL
create database keycloak character set utf8mb4 collate utf8mb4_bin;
create user keycloak@'%' identified by '$(</run/secrets/thinkuknow/KC_DB_PASSWORD)' require ssl;
grant all on keycloak.* to keycloak@'%';
SQL
