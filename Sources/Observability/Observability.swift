// Placeholder of the skeleton; the room's first file replaces it.
