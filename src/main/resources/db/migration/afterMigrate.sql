CALL grant_to_application('${app_user}');
