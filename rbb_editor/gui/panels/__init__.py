"""What stands around the table: header with filter, inspector with details and findings, status bar."""
