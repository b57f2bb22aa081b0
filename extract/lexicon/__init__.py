"""What is nationally known, as data: each entry with its source."""
