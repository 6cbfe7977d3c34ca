/// Lets one run at a time write into an output folder.
///
/// The lock is the system's (`flock`) and ends with the process however that ends: what a killed run leaves blocks
/// nobody.
enum OutputLock {
  /// Opens the folder's journal, made if it is not there, and locks it until it is closed.
  ///
  /// - Throws: ``BatchError`` where another run has it.
  static func take(in folder: String) throws -> Int32 {
    let path = folder + Journal.fileName
    do {
      while true {
        let descriptor = try SystemCalls.openForUpdating(path)
        guard try SystemCalls.lock(descriptor) else {
          try SystemCalls.close(descriptor)
          throw BatchError(
            "another run is writing into \(folder): wait for its end, or name another folder with --output")
        }
        // The run that had it before may just have taken the file away: then the lock is of a file without a name.
        if let named = try? SystemCalls.look(at: path).identity, named == (try SystemCalls.identity(of: descriptor)) {
          return descriptor
        }
        try SystemCalls.close(descriptor)
      }
    } catch let failure as SystemCalls.Failure {
      throw BatchError("cannot write into the output folder \(folder): \(failure.message)")
    }
  }
}
