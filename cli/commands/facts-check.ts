/** `spq facts check`: validates a Facts v1 folder and says what is wrong with it. */
