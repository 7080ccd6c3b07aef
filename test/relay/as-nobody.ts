/** For `--import`: a process of root goes on as somebody whom permissions of files concern. */
const NOBODY = 65_534;
if (process.getuid?.() === 0) {
  process.setgid?.(NOBODY);
  process.setuid?.(NOBODY);
}
