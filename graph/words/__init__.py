"""The words of Danish as a search finds them: without endings, compounds with their parts."""
