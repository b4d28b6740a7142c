"""The command `inspectorate`: one small module for each group of commands, none of them with logic of its own."""
