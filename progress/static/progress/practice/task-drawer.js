/* Where the photos of tasks lie that wait to be sent, and how far each has come. */
window.taskDrawer = window.taskDrawer || window.drawer("tasks", function (database) {
  database.createObjectStore("sending");
  database.createObjectStore("state");
});
