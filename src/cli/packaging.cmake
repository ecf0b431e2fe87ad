# What stands around the program: its version, its own libraries, installation and packages.
find_package(LibXml2 2.9 REQUIRED)
target_link_libraries(incidents_program PUBLIC fmt::fmt PRIVATE LibXml2::LibXml2)
target_compile_definitions(incidents_program PRIVATE INCIDENTS_VERSION="${PROJECT_VERSION}")
