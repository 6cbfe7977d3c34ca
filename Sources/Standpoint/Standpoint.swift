@_exported import Documents
