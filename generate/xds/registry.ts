/** Turns serialized `FileDescriptorProto`s into a protobuf-es registry that resolves names, extensions and options. */
import { createFileRegistry, fromBinary, toBinary, create, type FileRegistry } from '@bufbuild/protobuf';
import { FileDescriptorProtoSchema, FileDescriptorSetSchema, type FileDescriptorProto } from '@bufbuild/protobuf/wkt';

/** One `.proto` file: its name, what it imports, and its serialized descriptor. */
export interface DescriptorFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly proto: FileDescriptorProto;
}

/** Reads descriptors and keeps one per file name; a later one of the same name is left out. */
export function readDescriptors(serialized: Iterable<Uint8Array>): ReadonlyMap<string, DescriptorFile> {
  const files = new Map<string, DescriptorFile>();
  for (const bytes of serialized) {
    const proto = fromBinary(FileDescriptorProtoSchema, bytes);
    if (!files.has(proto.name)) files.set(proto.name, { name: proto.name, bytes, proto });
  }
  return files;
}

/** A registry of those files whose imports are all there, directly and indirectly. */
export function createRegistry(files: ReadonlyMap<string, DescriptorFile>): FileRegistry {
  const ordered = inImportOrder(files);
  const set = create(FileDescriptorSetSchema, { file: ordered.map(({ proto }) => proto) });
  return createFileRegistry(fromBinary(FileDescriptorSetSchema, toBinary(FileDescriptorSetSchema, set)));
}

/** Files after everything they import; a file with a missing import is left out, and so is what imports it. */
function inImportOrder(files: ReadonlyMap<string, DescriptorFile>): readonly DescriptorFile[] {
  const complete = new Map<string, boolean>();
  const ordered: DescriptorFile[] = [];
  const visit = (name: string): boolean => {
    const known = complete.get(name);
    if (known !== undefined) return known;
    const file = files.get(name);
    const isComplete = file !== undefined && file.proto.dependency.map(visit).every(Boolean);
    complete.set(name, isComplete);
    if (isComplete) ordered.push(file);
    return isComplete;
  };
  [...files.keys()].sort().forEach(visit);
  return ordered;
}
