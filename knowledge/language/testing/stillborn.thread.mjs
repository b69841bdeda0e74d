// Stands in for a thread that has ended before it begins; this ends the thread, not the process.
process.exit();
